// Where the project's own data stands: definitions, profiles, report templates, house styles.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace jv {

// The folder `templates/` that belongs to this program: named by JAARVERSLAG_TEMPLATES, or beside the program (`templates/`), or at
// `../share/jaarverslag/`, or in the source tree. Fails with status 2 (S007) when none is there.
std::filesystem::path templates_folder();

// The file that a user names: a path when it ends in `.toml`, else `templates/<folder>/<name>.toml`. Fails with status 2 (S008), naming
// the nearest or all names, when there is no such file.
std::filesystem::path find_template(std::string_view folder, std::string_view name_or_path);

// The names (without `.toml`) in a folder of templates, sorted.
std::vector<std::string> template_names(std::string_view folder);

// The version of the toolkit, `0.1.0`.
std::string_view version();

}  // namespace jv
