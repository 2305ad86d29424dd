#include "bytes/files.hpp"

#include <doctest/doctest.h>

#include "failure.hpp"
#include "scratch.hpp"

using namespace jv;

TEST_CASE("messages name files without their folder") {
    CHECK(display_name("/a/b/export.csv") == "export.csv");
    CHECK(display_name("a/map/") == "map");
    CHECK(display_name("./a/../export.csv") == "export.csv");
}

TEST_CASE("a file is read as it is, without a byte order mark") {
    const Scratch scratch;
    CHECK(read_whole_file(scratch.file("a", "een\r\ntwee")) == "een\r\ntwee");
    CHECK(read_whole_file(scratch.file("b", "\xEF\xBB\xBFkop")) == "kop");
    CHECK(read_whole_file(scratch.file("c", "")).empty());
    const std::string large(200'000, 'x');
    CHECK(read_whole_file(scratch.file("d", large)) == large);
}

TEST_CASE("what can't be read is wrong usage") {
    const Scratch scratch;
    CHECK(failure_of([&] { read_whole_file(scratch.folder() / "weg.csv"); }).starts_with("2 weg.csv: I001 "));
    CHECK(failure_of([&] { read_whole_file(scratch.folder()); }).find(": I002 ") != std::string::npos);
    CHECK(failure_of([&] { require_readable_file(scratch.file("a", "")); }) == "fine");
}

TEST_CASE("an output stands there whole after commit, with nothing beside it") {
    const Scratch scratch;
    const auto path = scratch.folder() / "uit.csv";
    {
        OutputFile output(path, false);
        output.write("een;");
        CHECK_FALSE(std::filesystem::exists(path));
        output.write("twee\n");
        output.commit();
    }
    CHECK(Scratch::bytes_of(path) == "een;twee\n");
    CHECK(scratch.count() == 1);
}

TEST_CASE("without commit nothing stays") {
    const Scratch scratch;
    {
        OutputFile output(scratch.folder() / "uit.csv", false);
        output.write("half");
        const OutputFile moved(std::move(output));
    }
    CHECK(scratch.count() == 0);
}

TEST_CASE("an existing file is replaced only when asked, and kept when the work fails") {
    const Scratch scratch;
    const auto path = scratch.file("uit.csv", "oud");
    CHECK(failure_of([&] { const OutputFile output(path, false); }).starts_with("2 uit.csv: U001 "));
    {
        OutputFile output(path, true);
        output.write("half");
    }
    CHECK(Scratch::bytes_of(path) == "oud");
    {
        OutputFile output(path, true);
        output.write("nieuw");
        output.commit();
    }
    CHECK(Scratch::bytes_of(path) == "nieuw");
    CHECK(scratch.count() == 1);
}

TEST_CASE("what was read is never replaced, and what is to be replaced is never read") {
    const Scratch scratch;
    const auto path = scratch.file("in.csv", "oud");
    const auto link = scratch.folder() / "link.csv";
    std::filesystem::create_symlink(path, link);
    {
        const OutputFile output(path, true);
        CHECK(failure_of([&] { read_whole_file(link); }).starts_with("2 link.csv: U005 "));
    }
    CHECK(read_whole_file(link) == "oud");
    CHECK(failure_of([&] { const OutputFile output(scratch.folder() / "." / "in.csv", true); }).starts_with("2 in.csv: U005 "));
    CHECK(scratch.count() == 2);
}

TEST_CASE("an output that can't be made is refused before the work") {
    const Scratch scratch;
    CHECK(failure_of([&] { const OutputFile output(scratch.folder() / "weg" / "uit.csv", false); }).starts_with("2 uit.csv: U002 "));
    CHECK(failure_of([&] { const OutputFile output(scratch.folder(), true); }).find(": U002 ") != std::string::npos);
    const auto file = scratch.file("bestand", "");
    CHECK(failure_of([&] { const OutputFile output(file / "uit.csv", false); }).starts_with("2 uit.csv: U002 "));
}

TEST_CASE("an output that can't get its own name at the end is an error") {
    const Scratch scratch;
    const auto path = scratch.folder() / "uit.csv";
    CHECK(failure_of([&] {
              OutputFile output(path, false);
              output.write("x");
              std::filesystem::remove_all(scratch.folder());
              output.commit();
          }).starts_with("2 uit.csv: U003 "));
}
