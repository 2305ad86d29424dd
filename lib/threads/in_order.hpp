// Work that is done side by side and taken in order, so that what comes out does not depend on the number of threads.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace jv {

// One for each processor that this program may use.
inline unsigned usual_threads() { return std::max(1u, std::thread::hardware_concurrency()); }

// Asks `next` for items until it gives none, calls `work(thread, item)` on each in any of the threads (numbered from 0, for state of their own), and
// `take` on what that gives, in the order of the items. Neither `next` nor `take` runs twice at the same time. With one thread all of it happens in
// turn. The first failure, in the order of the items, ends it and is thrown; what came before it has been taken.
template <class Next, class Work, class Take>
void in_order(unsigned threads, Next next, Work work, Take take) {
    using Item = typename std::invoke_result_t<Next>::value_type;
    using Result = std::invoke_result_t<Work, unsigned, Item>;
    if (threads <= 1) {
        while (auto item = next()) take(work(0, std::move(*item)));
        return;
    }
    struct Done {
        std::optional<Result> result;
        std::exception_ptr failure;
    };
    std::mutex source, mutex;  // `source` guards next; `mutex` all below
    std::condition_variable room;
    std::map<std::uint64_t, Done> done;
    std::uint64_t asked = 0, taken = 0;
    bool ended = false, taking = false;
    std::exception_ptr failure;

    const auto run = [&](unsigned thread) {
        for (;;) {
            std::optional<Item> item;
            Done own;
            std::uint64_t number = 0;
            {
                const std::lock_guard asking(source);
                {
                    std::unique_lock lock(mutex);
                    room.wait(lock, [&] { return ended || failure || asked - taken < std::uint64_t{2} * threads; });
                    if (ended || failure) return;
                }
                try {
                    item = next();
                } catch (...) {
                    own.failure = std::current_exception();
                }
                const std::lock_guard lock(mutex);
                if (!item) ended = true;
                if (!item && !own.failure) return;
                number = asked++;
            }
            if (item) try {
                    own.result.emplace(work(thread, std::move(*item)));
                } catch (...) {
                    own.failure = std::current_exception();
                }
            std::unique_lock lock(mutex);
            done.emplace(number, std::move(own));
            if (taking) continue;  // who takes will see it
            taking = true;
            for (auto first = done.find(taken); first != done.end() && !failure; first = done.find(taken)) {
                auto now = std::move(first->second);
                done.erase(first);
                lock.unlock();
                if (!now.failure) try {
                        take(std::move(*now.result));
                    } catch (...) {
                        now.failure = std::current_exception();
                    }
                lock.lock();
                ++taken;
                failure = now.failure;
                room.notify_all();
            }
            taking = false;
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
        run(0);
    }
    if (failure) std::rethrow_exception(failure);
}

// Calls `work(thread, i)` for each i below n, in any of the threads. The failure of the least i is thrown.
template <class Work>
void for_each_index(unsigned threads, std::size_t n, Work work) {
    std::size_t i = 0;
    const auto next = [&]() -> std::optional<std::size_t> { return i < n ? std::optional(i++) : std::nullopt; };
    const auto one = [&](unsigned thread, std::size_t index) {
        work(thread, index);
        return true;
    };
    in_order(static_cast<unsigned>(std::min<std::size_t>(threads, n)), next, one, [](bool) {});
}

}  // namespace jv
