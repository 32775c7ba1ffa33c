# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# anteroom_library(name SOURCES ... DEPENDS ...)   one library of one folder
# anteroom_program(name SOURCES ... DEPENDS ...)   one executable
# anteroom_test(name SOURCES ... DEPENDS ... [LABELS ...] [TIMEOUT seconds])
#     one Qt Test program, run with a home folder of its own and without a display

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

include(GNUInstallDirs)
include(CheckLinkerFlag)

add_library(anteroom_options INTERFACE)
target_compile_features(anteroom_options INTERFACE cxx_std_23)
target_include_directories(anteroom_options INTERFACE "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}")
target_compile_definitions(anteroom_options INTERFACE
    ANTEROOM_VERSION="${PROJECT_VERSION}"
    # A string that is not translated must say so (u""_s).
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    # What newer versions than the floor deprecate has no replacement in the floor yet.
    QT_WARN_DEPRECATED_UP_TO=0x060400)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(anteroom_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
        -Woverloaded-virtual -Wcast-align -Wno-missing-field-initializers
        $<$<BOOL:${ANTEROOM_WERROR}>:-Werror>
        # In a unity build GCC takes a file's own types in its coroutines for types of a header.
        $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    # What is given away holds no path of the machine that made it, so that any machine makes the same bytes.
    target_compile_options(anteroom_options INTERFACE
        "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=." "-ffile-prefix-map=${PROJECT_BINARY_DIR}=./build")
endif()
if(ANTEROOM_SANITIZE)
    target_compile_options(anteroom_options INTERFACE -fsanitize=${ANTEROOM_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(anteroom_options INTERFACE -fsanitize=${ANTEROOM_SANITIZE})
endif()
if(ANTEROOM_COVERAGE)
    target_compile_options(anteroom_options INTERFACE --coverage)
    target_link_options(anteroom_options INTERFACE --coverage)
endif()
find_program(ANTEROOM_MOLD mold)
if(ANTEROOM_MOLD AND NOT CMAKE_CROSSCOMPILING)
    target_link_options(anteroom_options INTERFACE -fuse-ld=mold) # linking dozens of test programs, several times faster
endif()

function(_anteroom_finish target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    # A connection must have a context object; ANTEROOM_LENIENT_CONNECT is for a target that uses a header which does not.
    target_compile_definitions(${target} PRIVATE
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:ANTEROOM_LENIENT_CONNECT>>>:QT_NO_CONTEXTLESS_CONNECT>)
endfunction()

function(anteroom_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC anteroom_options ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE_DEPENDS})
    _anteroom_finish(${name})
endfunction()

function(anteroom_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE anteroom_options ${ARG_DEPENDS})
    _anteroom_finish(${name})
endfunction()

function(anteroom_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    anteroom_program(${name} SOURCES ${ARG_SOURCES} DEPENDS Qt6::Test ${ARG_DEPENDS})
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${name} PRIVATE ANTEROOM_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    set(home "${CMAKE_BINARY_DIR}/test-homes/${name}")
    # A clean home for every run: no test reads or leaves anything in the developer's own.
    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -DHOME=${home} "-DPROGRAM=$<TARGET_FILE:${name}>"
        -P "${PROJECT_SOURCE_DIR}/cmake/run_in_clean_home.cmake")
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()
