# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The .rpm. Libraries are found by rpmbuild; a package for a certain distribution is best made on it.
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later AND BSL-1.0 AND MIT")
set(CPACK_RPM_PACKAGE_GROUP "Applications/Communications")
set(CPACK_RPM_PACKAGE_AUTOREQ ON)
set(CPACK_RPM_PACKAGE_AUTOPROV OFF)
set(CPACK_RPM_COMPRESSION_TYPE xz)
set(CPACK_RPM_SPEC_MORE_DEFINE "%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _buildhost localhost
%global _build_id_links none
Recommends: gstreamer1-plugins-good
Recommends: gnome-keyring")
foreach(folder IN ITEMS lib/systemd lib/systemd/system share/applications share/metainfo share/man share/man/man1 share/icons
        share/icons/hicolor share/icons/hicolor/scalable share/icons/hicolor/scalable/apps share/bash-completion
        share/bash-completion/completions share/zsh share/zsh/site-functions share/zsh/vendor-completions)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION "/usr/${folder}")
endforeach()
foreach(size IN ITEMS 16 22 24 32 48 64 128 256 512)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION "/usr/share/icons/hicolor/${size}x${size}"
        "/usr/share/icons/hicolor/${size}x${size}/apps")
endforeach()
