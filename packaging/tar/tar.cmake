# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The self-contained archive: bundle.py adds the libraries. Made on the older Debian it runs on both.
set(CPACK_ARCHIVE_FILE_NAME "anteroom-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
if(NOT CPACK_GENERATOR)
    set(CPACK_GENERATOR "DEB;TXZ")
endif()
set(CPACK_PACKAGE_FILE_NAME "${CPACK_ARCHIVE_FILE_NAME}")
