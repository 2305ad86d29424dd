// Next year's project, made from this year's.
#pragma once

#include <filesystem>
#include <vector>

#include "messages/finding.hpp"
#include "project/project.hpp"

namespace jv {

// Where next year's project goes when nobody says: beside this one, by the same name with the next year in it, or behind it.
std::filesystem::path folder_of_next_year(const Project& project);

// Makes the project of the next year in a new folder, whole or not at all: jaarverslag.toml with the next year and all else as it was, the files of
// the project's own that it names, an empty folder for exports, this year's cijfers.csv as earlier figures with its SHA-256, a file for the figures
// that are typed in each year, and LEESMIJ.md, which says what is to be done. Paths to places outside of the project keep leading there.
//
// What is to be done goes to `findings` too: figures to type in (N004), parts of the templates without a source (N005), texts that name the
// year gone by (N006), places outside of the project (N007). Fails as figures_of; status 2: N001 when the project's figures are not made yet, N003
// when its exports are of later years too, U001-U003 for the folder; status 1: N002 when the figures are not what the exports give.
void make_next_year(const Project& project, const std::filesystem::path& folder, unsigned threads, FindingLog& findings);

}  // namespace jv
