# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DNPM=program -DFROM=folder -DTO=folder -P install_packages.cmake
# Installs exactly what package-lock.json names, unless that is what is there.
file(SHA256 "${FROM}/package-lock.json" wanted)
if(EXISTS "${TO}/installed.txt")
    file(READ "${TO}/installed.txt" installed)
    if(installed STREQUAL wanted)
        message("The packages are there already.")
        return()
    endif()
endif()
file(MAKE_DIRECTORY "${TO}")
file(COPY "${FROM}/package.json" "${FROM}/package-lock.json" DESTINATION "${TO}")
# No package may run a script of its own while it is installed; none of these needs one.
execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --loglevel=error WORKING_DIRECTORY "${TO}"
    RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "npm could not install the packages of the contract tests; is the registry reachable?")
endif()
file(WRITE "${TO}/installed.txt" "${wanted}")
