# The WebAssembly module: minifactory.mjs and minifactory.wasm, side by side in the build folder.

target_compile_options(minifactory_core PUBLIC -msimd128 -fwasm-exceptions -DNDEBUG)

# What runs in every batch is built for speed, as it is natively; all the rest for a small download.
set(HOT_SOURCES ${CORE_SOURCES})
list(FILTER HOT_SOURCES INCLUDE REGEX "/core/(operations|layers|losses|optimisers)/|/(products|random_state|rows|trainer)\\.cpp$")
list(FILTER HOT_SOURCES EXCLUDE REGEX "/(registry|standalone)\\.cpp$")
set(COLD_SOURCES ${CORE_SOURCES})
list(REMOVE_ITEM COLD_SOURCES ${HOT_SOURCES})
set_source_files_properties(${COLD_SOURCES} wasm/bindings/bindings.cpp PROPERTIES COMPILE_OPTIONS -O1)

add_executable(minifactory_wasm wasm/bindings/bindings.cpp)
target_link_libraries(minifactory_wasm PRIVATE minifactory_core)
set_target_properties(minifactory_wasm PROPERTIES OUTPUT_NAME minifactory SUFFIX .mjs)
target_link_options(
  minifactory_wasm
  PRIVATE
  -Oz
  -sMALLOC=emmalloc
  -fwasm-exceptions
  --bind
  -sMODULARIZE
  -sEXPORT_ES6
  # Node is served too, by handing over the bytes; with `node` in this list 3.1.6 writes __dirname into the module.
  -sENVIRONMENT=web,worker
  -sDYNAMIC_EXECUTION=0
  -sALLOW_MEMORY_GROWTH
  -sFILESYSTEM=0
  # The caller instantiates the module itself, so that it can say what went wrong.
  -sINCOMING_MODULE_JS_API=instantiateWasm,onAbort)
