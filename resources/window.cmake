# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# anteroom_window_resources(target): what the window carries with it. Icons are PNG made from the SVG beside them
# (icons/render.sh), so that no Qt Svg is needed at run time; translations only where Qt's lrelease is installed.
set(ANTEROOM_RESOURCES "${CMAKE_CURRENT_LIST_DIR}")

function(anteroom_window_resources target)
    qt_add_resources(sources "${ANTEROOM_RESOURCES}/anteroom_window.qrc")
    target_sources(${target} PRIVATE ${sources})

    find_package(Qt6 6.4 QUIET COMPONENTS LinguistTools)
    if(NOT TARGET Qt6::lrelease)
        return()
    endif()
    file(GLOB texts CONFIGURE_DEPENDS "${ANTEROOM_RESOURCES}/translations/*.ts")
    qt_add_translation(catalogues ${texts})
    set(entries "")
    foreach(catalogue IN LISTS catalogues)
        cmake_path(GET catalogue FILENAME name)
        string(APPEND entries "<file alias=\"${name}\">${catalogue}</file>")
    endforeach()
    set(list "${CMAKE_CURRENT_BINARY_DIR}/anteroom_translations.qrc")
    file(CONFIGURE OUTPUT "${list}" @ONLY
        CONTENT "<RCC><qresource prefix=\"/anteroom/translations\">@entries@</qresource></RCC>\n")
    qt_add_resources(translations "${list}")
    target_sources(${target} PRIVATE ${translations})
    set_source_files_properties(application.cpp PROPERTIES COMPILE_DEFINITIONS ANTEROOM_TRANSLATIONS)
endfunction()
