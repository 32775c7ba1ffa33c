-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the disk image looks when it is opened: the program on the left, the folder it is dragged to on the right.
on run argv
    set diskName to item 1 of argv
    tell application "Finder"
        tell disk diskName
            open
            set current view of container window to icon view
            set toolbar visible of container window to false
            set statusbar visible of container window to false
            set the bounds of container window to {200, 120, 740, 460}
            set options to the icon view options of container window
            set arrangement of options to not arranged
            set icon size of options to 112
            set position of item "Anteroom.app" of container window to {140, 160}
            set position of item "Applications" of container window to {400, 160}
            close
            open
            update without registering applications
            delay 2
            close
        end tell
    end tell
end run
