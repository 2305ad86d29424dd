# Prints what is wrong with the tests in a csv made by tests/comparison/run: nothing when all is as R says.
cases <- read.csv(commandArgs(TRUE)[1], sep = ";", na.strings = "NA", stringsAsFactors = FALSE, colClasses = c(family = "character"))
if (nrow(cases) < 20) cat("er zijn maar", nrow(cases), "gevallen\n")
near <- function(found, expected) (is.infinite(expected) & is.na(found)) | abs(found - expected) <= 1e-5 * pmax(abs(expected), 1e-12)
cases$r_p <- NA
for (i in seq_len(nrow(cases))) {
    x <- c(cases$x1[i], cases$x0[i]); t <- c(cases$t1[i], cases$t0[i])
    tails <- sapply(c("less", "greater"), function(side) poisson.test(x, t, alternative = side)$p.value)
    cases$r_p[i] <- min(1, 2 * min(tails))
    bounds <- poisson.test(x, t)$conf.int
    if (!near(cases$p[i], cases$r_p[i])) cat(cases$case[i], ": p", cases$p[i], "in plaats van", cases$r_p[i], "\n")
    if (!near(cases$low[i], bounds[1]) || !near(cases$high[i], bounds[2])) cat(cases$case[i], ": het interval\n")
}
corrected <- rep(NA, nrow(cases))
for (family in setdiff(unique(cases$family), "")) {
    members <- cases$family == family
    corrected[members] <- p.adjust(cases$r_p[members], "BH")
}
for (i in seq_len(nrow(cases))) {
    if (is.na(corrected[i]) != is.na(cases$corrected[i])) cat(cases$case[i], ": hoort wel of niet bij de vergelijkingen van de tabel\n")
    else if (!is.na(corrected[i]) && !near(cases$corrected[i], corrected[i])) cat(cases$case[i], ": p gecorrigeerd\n")
    more <- cases$r_p[i] < 0.05
    verdict <- if (!more) "kan-toeval-zijn" else if (!is.na(corrected[i]) && corrected[i] >= 0.05) "misschien-meer-dan-toeval" else "meer-dan-toeval"
    if (cases$verdict[i] != verdict) cat(cases$case[i], ": oordeel", cases$verdict[i], "in plaats van", verdict, "\n")
}
