# Bindings of WIT worlds in CMake:
#
#     include(witc.cmake)
#     witc_generate(TARGET guest WORLD my-world [WIT wit] [LANGUAGE c|cpp] [CLASSES folder] [ASYNC] [FLAGS …])
#
# adds the bindings of the world my-world of the package in WIT (default: the folder wit) to the sources of the target,
# and makes them anew when a WIT file has changed. The world can be one of a dependency, my:package/my-world@1.0.0. Where
# the target is built for WebAssembly, the object file with the type of the world is linked in. With ASYNC the runtime for
# async functions is compiled with them: wit_async.h.
#
# In C++ the headers with the classes of exported resources are yours to edit: they are written once, to the folder
# CLASSES (default: the source folder). What they lack after a change of the WIT is told when the bindings are made anew.
cmake_minimum_required(VERSION 3.20)
find_program(WITC witc REQUIRED)

function(witc_generate)
    cmake_parse_arguments(PARSE_ARGV 0 arg "ASYNC" "TARGET;WORLD;WIT;LANGUAGE;CLASSES" "FLAGS")
    foreach(needed TARGET WORLD)
        if(NOT DEFINED arg_${needed})
            message(FATAL_ERROR "witc_generate needs ${needed}")
        endif()
    endforeach()
    if(NOT DEFINED arg_WIT)
        set(arg_WIT wit)
    endif()
    if(NOT DEFINED arg_LANGUAGE)
        set(arg_LANGUAGE c)
    endif()
    cmake_path(ABSOLUTE_PATH arg_WIT BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    # The name alone, without package and version.
    string(REGEX REPLACE "^.*/" "" name "${arg_WORLD}")
    string(REGEX REPLACE "@.*$" "" name "${name}")
    string(REPLACE "-" "_" name "${name}")
    string(TOLOWER "${name}" name)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/witc/${arg_TARGET}")
    set(source "${folder}/${name}.${arg_LANGUAGE}")
    set(object "${folder}/${name}_component_type.o")
    set(runtime "")
    if(arg_ASYNC)
        set(runtime "${folder}/wit_async.c")
        if(arg_LANGUAGE STREQUAL "c")
            # The runtime is written then, even if nothing in the world is async.
            list(APPEND arg_FLAGS --generate-async-helpers)
        endif()
    endif()
    set(classes "")
    if(arg_LANGUAGE STREQUAL "cpp")
        if(NOT DEFINED arg_CLASSES)
            set(arg_CLASSES "${CMAKE_CURRENT_SOURCE_DIR}")
        endif()
        cmake_path(ABSOLUTE_PATH arg_CLASSES BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
        set(classes --class-dir "${arg_CLASSES}")
        target_include_directories("${arg_TARGET}" PRIVATE "${arg_CLASSES}")
    endif()
    add_custom_command(
        OUTPUT "${source}" "${object}" ${runtime}
        COMMAND "${WITC}" "${arg_LANGUAGE}" "${arg_WIT}" --world "${arg_WORLD}" --out-dir "${folder}"
                --depfile "${folder}/${name}.d" ${classes} ${arg_FLAGS}
        DEPFILE "${folder}/${name}.d"
        COMMENT "Bindings of the world ${arg_WORLD}"
        VERBATIM)
    target_sources("${arg_TARGET}" PRIVATE "${source}" ${runtime})
    target_include_directories("${arg_TARGET}" PRIVATE "${folder}")
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "wasm" OR CMAKE_SYSTEM_NAME STREQUAL "WASI")
        target_sources("${arg_TARGET}" PRIVATE "${object}")
        set_source_files_properties("${object}" PROPERTIES EXTERNAL_OBJECT TRUE GENERATED TRUE)
    endif()
    if(arg_LANGUAGE STREQUAL "cpp")
        target_compile_features("${arg_TARGET}" PRIVATE cxx_std_20)
    endif()
endfunction()
