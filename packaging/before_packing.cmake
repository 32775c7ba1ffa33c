# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack between installing into its folder and packing that: what only one kind of package needs, and the SBOM of each.
cmake_minimum_required(VERSION 3.25)
set(packaging "${CPACK_ANTEROOM_SOURCE_DIR}/packaging")
file(GLOB_RECURSE documents "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/copyright")
list(GET documents 0 copyright)
cmake_path(GET copyright PARENT_PATH documentation)

if(CPACK_GENERATOR STREQUAL "TXZ")
    execute_process(COMMAND python3 -B "${packaging}/tar/bundle.py" "${CPACK_TEMPORARY_INSTALL_DIRECTORY}"
        COMMAND_ERROR_IS_FATAL ANY)
elseif(CPACK_GENERATOR STREQUAL "DEB")
    # Debian's policy: compressed, and without a name or time inside.
    file(GLOB_RECURSE pages "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*.1")
    file(RENAME "${documentation}/CHANGELOG.md" "${documentation}/changelog")
    configure_file("${packaging}/deb/changelog.Debian.in" "${documentation}/changelog.Debian" @ONLY NO_SOURCE_PERMISSIONS)
    execute_process(COMMAND gzip -9nf ${pages} "${documentation}/changelog" "${documentation}/changelog.Debian"
        COMMAND_ERROR_IS_FATAL ANY)
endif()
execute_process(COMMAND python3 -B "${packaging}/sbom/write_sbom.py" --version "${CPACK_PACKAGE_VERSION}"
    --kind "${CPACK_GENERATOR}" --tree "${CPACK_TEMPORARY_INSTALL_DIRECTORY}" --output "${documentation}/sbom.spdx.json"
    COMMAND_ERROR_IS_FATAL ANY)
file(CHMOD "${documentation}/sbom.spdx.json" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
# Whatever the umask of the machine is.
file(GLOB_RECURSE folders LIST_DIRECTORIES true "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*")
foreach(folder IN LISTS folders)
    if(IS_DIRECTORY "${folder}" AND NOT IS_SYMLINK "${folder}")
        file(CHMOD "${folder}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    endif()
endforeach()
