# SPDX-License-Identifier: MIT
# galley_tests: from test classes to programs and CTest entries. While working each tst_x.cpp is a program of its own, so
# that a change builds one file; with GALLEY_GROUP_TESTS a folder is one program, which builds sooner from
# scratch: one link, one run of moc, one header for all. bin/tst_x, the target tst_x and the entry LABEL/x are there in both.

# What nearly every test includes; read once for each program of a folder.
set(galley_test_headers <QDir> <QFile> <QProcess> <QTemporaryDir> <QTest> <algorithm> <filesystem> <fstream> <functional>
    <map> <memory> <optional> <set> <string> <string_view> <vector> <tl/expected.hpp>)

# galley_test_program(tst_x RESULT): the program that class is built into, for target_sources() and the like.
function(galley_test_program class result)
    get_property(program GLOBAL PROPERTY galley-program-of-${class})
    set(${result} ${program} PARENT_SCOPE)
endfunction()

# One program of all classes; testgroup.h tells how several main() live in it.
function(galley_group_tests program names)
    set(links)
    foreach(name IN LISTS names)
        list(APPEND links COMMAND ${CMAKE_COMMAND} -E create_symlink ${program}
            ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/tst_${name})
    endforeach()
    set(main ${PROJECT_SOURCE_DIR}/tests/support/testgroup.cpp)
    set_source_files_properties(${main} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    list(TRANSFORM names REPLACE "(.+)" "tst_\\1.cpp" OUTPUT_VARIABLE sources)
    add_executable(${program} ${sources} ${main})
    target_precompile_headers(${program} PRIVATE ${galley_test_headers}
        ${PROJECT_SOURCE_DIR}/tests/support/testgroup.h)
    add_custom_command(TARGET ${program} POST_BUILD ${links} VERBATIM)
endfunction()

# galley_tests(LABEL name LINK targets… [GROUP program]): a CTest entry for each tst_*.cpp of the calling folder. GROUP names
# the program of all its classes; a folder without it keeps one program a class.
function(galley_tests)
    cmake_parse_arguments(ARG "" "LABEL;GROUP" "LINK" ${ARGN})
    set(configurations)
    if(ARG_LABEL STREQUAL bench) # only asked for: ctest -C Bench -L bench
        set(configurations CONFIGURATIONS Bench)
    endif()
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp)
    list(TRANSFORM sources REPLACE ".*/tst_(.+)\\.cpp" "\\1" OUTPUT_VARIABLE names)
    set(programs)
    if(ARG_GROUP AND GALLEY_GROUP_TESTS)
        galley_group_tests(${ARG_GROUP} "${names}")
        set(programs ${ARG_GROUP})
    endif()
    if(NOT TARGET tests-${ARG_LABEL}) # all programs of a label, for who builds no others
        add_custom_target(tests-${ARG_LABEL})
    endif()
    foreach(name IN LISTS names)
        set(command tst_${name})
        if(ARG_GROUP AND GALLEY_GROUP_TESTS)
            set(command ${ARG_GROUP} tst_${name})
            add_custom_target(tst_${name} DEPENDS ${ARG_GROUP})
            set_property(GLOBAL PROPERTY galley-program-of-tst_${name} ${ARG_GROUP})
        else()
            add_executable(tst_${name} tst_${name}.cpp)
            list(APPEND programs tst_${name})
            set_property(GLOBAL PROPERTY galley-program-of-tst_${name} tst_${name})
        endif()
        add_test(NAME ${ARG_LABEL}/${name} COMMAND ${command} ${configurations})
        # QV4's compiler remarks on KaTeX's minified source; nobody can act on that.
        set_tests_properties(${ARG_LABEL}/${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT 300
            ENVIRONMENT "QT_LOGGING_RULES=qt.qml.compiler.warning=false")
    endforeach()
    foreach(program IN LISTS programs)
        target_link_libraries(${program} PRIVATE ${ARG_LINK} galley-test-support galley-flags Qt6::Test)
        add_dependencies(tests-${ARG_LABEL} ${program})
    endforeach()
endfunction()
