# EIGEN_INCLUDE: the folder with Eigen/Core. scripts/lib/find.mjs decides which, also for the check of system packages.

execute_process(
  COMMAND node "${CMAKE_CURRENT_LIST_DIR}/../scripts/find-eigen.mjs"
  OUTPUT_VARIABLE EIGEN_INCLUDE
  OUTPUT_STRIP_TRAILING_WHITESPACE
  RESULT_VARIABLE EIGEN_SEARCH)
if(NOT EIGEN_SEARCH EQUAL 0)
  message(FATAL_ERROR "Eigen 3.4 was not found, or there is no Node on the path. See \"Two commands\" in README.md.")
endif()
