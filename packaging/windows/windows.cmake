# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The setup program (NSIS). Written from the documentation; not run by anybody yet.
configure_file("${CMAKE_CURRENT_LIST_DIR}/anteroom.rc.in" "${CMAKE_CURRENT_BINARY_DIR}/anteroom.rc" @ONLY)
enable_language(RC)
target_sources(anteroom PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/anteroom.rc")
if(NOT CMAKE_CROSSCOMPILING)
    if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
        qt_generate_deploy_app_script(TARGET anteroom OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    else()
        qt_generate_deploy_app_script(TARGET anteroom FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    endif()
    install(SCRIPT "${deploy}")
    # What is not Qt's: the compiler's libraries, OpenSSL, QtKeychain, QCoro.
    install(CODE [[
        file(GET_RUNTIME_DEPENDENCIES RESOLVED_DEPENDENCIES_VAR libraries UNRESOLVED_DEPENDENCIES_VAR unknown
            EXECUTABLES "${CMAKE_INSTALL_PREFIX}/bin/anteroom.exe" "${CMAKE_INSTALL_PREFIX}/bin/anteroom-simulator.exe"
            DIRECTORIES $ENV{PATH} PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" POST_EXCLUDE_REGEXES "[Ss]ystem32")
        file(INSTALL ${libraries} DESTINATION "${CMAKE_INSTALL_PREFIX}/bin")
    ]])
endif()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" copyright DESTINATION licenses)

set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_FILE_NAME "Anteroom-${PROJECT_VERSION}-windows-x86_64-setup")
set(CPACK_NSIS_DISPLAY_NAME Anteroom)
set(CPACK_NSIS_PACKAGE_NAME Anteroom)
set(CPACK_NSIS_MUI_ICON "${PROJECT_SOURCE_DIR}/resources/icons/anteroom.ico")
set(CPACK_NSIS_MUI_UNIICON "${CPACK_NSIS_MUI_ICON}")
set(CPACK_NSIS_INSTALL_ROOT "$PROGRAMFILES64")
set(CPACK_NSIS_EXECUTABLES_DIRECTORY "${CMAKE_INSTALL_BINDIR}")
set(CPACK_NSIS_INSTALLED_ICON_NAME "${CMAKE_INSTALL_BINDIR}/anteroom.exe")
set(CPACK_NSIS_MENU_LINKS "${CMAKE_INSTALL_BINDIR}/anteroom.exe" Anteroom)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON) # an upgrade leaves no old libraries; data is elsewhere and stays
set(CPACK_NSIS_COMPRESSOR "/SOLID lzma")
set(CPACK_NSIS_DEFINES "Target amd64-unicode")
