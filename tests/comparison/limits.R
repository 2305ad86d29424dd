# Prints what is wrong with the limits of a funnel plot in a csv made by tests/comparison/run: nothing when all is as R says.
cases <- read.csv(commandArgs(TRUE)[1], sep = ";")
if (nrow(cases) < 20) cat("er zijn maar", nrow(cases), "gevallen\n")
for (i in seq_len(nrow(cases))) {
    case <- cases[i, ]
    share <- case$base / case$region_base
    p <- min(1, 2 * min(pbinom(case$count, case$region, share), pbinom(case$count - 1, case$region, share, lower.tail = FALSE)))
    if (abs(p - case$p) > 1e-5 * p) cat(case$area, ": p", case$p, "in plaats van", p, "\n")
    for (limit in list(list(0.05, case$low, case$high), list(0.002, case$far_low, case$far_high))) {
        # The largest and smallest whole counts that are not significant are the nearest ones inside the limits.
        counts <- 0:case$region
        inside <- counts[2 * pmin(pbinom(counts, case$region, share), pbinom(counts - 1, case$region, share, lower.tail = FALSE)) >= limit[[1]]]
        low <- limit[[2]] * case$base / 1000; high <- limit[[3]] * case$base / 1000
        slack <- 1e-5 * case$region
        if (min(inside) < low - slack || min(inside) - 1 > low + slack) cat(case$area, ": ondergrens", low, "bij", min(inside), "\n")
        if (max(inside) > high + slack || max(inside) + 1 < high - slack) cat(case$area, ": bovengrens", high, "bij", max(inside), "\n")
        if ((p < limit[[1]]) != (case$count < low || case$count > high)) cat(case$area, ": de grenzen zeggen iets anders dan de toets\n")
    }
}
