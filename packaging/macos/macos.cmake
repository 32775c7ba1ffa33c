# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The bundle, its signature and the disk image. Written from the documentation; not run by anybody yet.
set_target_properties(anteroom PROPERTIES OUTPUT_NAME Anteroom
    MACOSX_BUNDLE_INFO_PLIST "${CMAKE_CURRENT_LIST_DIR}/Info.plist.in"
    MACOSX_BUNDLE_GUI_IDENTIFIER "${ANTEROOM_ID}"
    MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
    MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
    MACOSX_BUNDLE_ICON_FILE anteroom.icns)
set(icon "${PROJECT_SOURCE_DIR}/resources/icons/anteroom.icns")
target_sources(anteroom PRIVATE "${icon}")
set_source_files_properties("${icon}" TARGET_DIRECTORY anteroom PROPERTIES MACOSX_PACKAGE_LOCATION Resources)

# Qt's libraries and plugins go into the bundle. The keyword has another name since Qt 6.5.
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    qt_generate_deploy_app_script(TARGET anteroom OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR)
else()
    qt_generate_deploy_app_script(TARGET anteroom FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
endif()
install(SCRIPT "${deploy}")
# Whatever was copied in is signed after it came, the bundle last; without an identity only so that it starts on this machine.
set(ANTEROOM_ENTITLEMENTS "${CMAKE_CURRENT_LIST_DIR}/anteroom.entitlements")
configure_file("${CMAKE_CURRENT_LIST_DIR}/sign.cmake.in" "${CMAKE_CURRENT_BINARY_DIR}/sign.cmake" @ONLY)
install(SCRIPT "${CMAKE_CURRENT_BINARY_DIR}/sign.cmake")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" copyright DESTINATION Anteroom.app/Contents/Resources/licenses)

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME "Anteroom-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES OFF) # it would break the signature
set(CPACK_DMG_VOLUME_NAME "Anteroom ${PROJECT_VERSION}")
set(CPACK_DMG_FORMAT ULFO)
set(CPACK_DMG_DS_STORE_SETUP_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/layout.applescript")
set(CPACK_DMG_SLA_USE_RESOURCE_FILE_LICENSE OFF)
