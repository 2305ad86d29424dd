# Makes expected.csv: what R says of the cases that tests/unit/statistics.cpp checks.  Rscript expected.R > expected.csv
# Columns: case, six inputs, then ratio, low, high, p. What a case does not have is NA.
options(digits = 15)
line <- function(case, inputs, ratio, low, high, p)
    cat(paste(c(case, inputs, sprintf("%.8g", c(ratio, low, high, p))), collapse = ";"), "\n", sep = "")
cat("case;a;b;c;d;e;f;ratio;low;high;p\n")

# ---- exact: earlier and later count, earlier and later exposure ----
exact <- function(earlier, later, t0 = 1, t1 = 1) {
    counts <- c(later, earlier); times <- c(t1, t0)
    tails <- sapply(c("less", "greater"), function(side) poisson.test(counts, times, alternative = side)$p.value)
    both <- poisson.test(counts, times)
    line("exact", c(earlier, later, t0, t1, 0, 0), both$estimate, both$conf.int[1], both$conf.int[2], min(1, 2 * min(tails)))
}
for (pair in list(c(0, 1), c(1, 0), c(0, 5), c(5, 0), c(0, 6), c(6, 0), c(1, 1), c(2, 7), c(3, 12), c(10, 10), c(10, 20), c(20, 10), c(12, 25),
                  c(30, 47), c(54, 37), c(100, 100), c(100, 129), c(165, 151), c(165, 210), c(322, 251), c(1000, 1090), c(1186, 1213),
                  c(5497, 5610), c(40000, 39000)))
    exact(pair[1], pair[2])
for (case in list(c(165, 151, 5497, 5412), c(165, 151, 5497, 3200), c(12, 3, 300, 290), c(3, 12, 300, 900), c(0, 4, 100, 350), c(4, 0, 350, 100),
                  c(1, 1, 3, 1), c(25, 60, 1000, 2400), c(25, 60, 1000, 1400), c(70, 51, 812, 799), c(251, 322, 5400, 5497), c(8, 21, 640, 655),
                  c(2, 2, 17, 1700), c(1213, 1186, 90000, 91000)))
    exact(case[1], case[2], case[3], case[4])
set.seed(1969)
for (i in 1:20) exact(rpois(1, 30), rpois(1, 40), sample(500:1500, 1), sample(500:1500, 1))

# ---- quasi-Poisson: events, squares and pupils of the earlier and the later year ----
for (i in 1:15) {
    size <- sample(c(40, 300, 2000), 2, replace = TRUE)
    y0 <- rnbinom(size[1], size = 0.3, mu = runif(1, 0.2, 0.6)); y1 <- rnbinom(size[2], size = 0.3, mu = runif(1, 0.2, 0.6))
    if (sum(y0) == 0 || sum(y1) == 0) next
    year <- rep(0:1, size)
    fit <- summary(glm(c(y0, y1) ~ year, family = quasipoisson, control = glm.control(epsilon = 1e-14, maxit = 100)))
    effect <- fit$coefficients["year", ]
    margin <- qt(0.975, fit$df.residual) * effect["Std. Error"]
    line("quasi", c(sum(y0), sum(y0^2), size[1], sum(y1), sum(y1^2), size[2]), exp(effect["Estimate"]), exp(effect["Estimate"] - margin),
         exp(effect["Estimate"] + margin), effect["Pr(>|t|)"])
}

# ---- the interval of a rate: count and exposure ----
for (case in list(c(0, 100), c(1, 812), c(3, 40), c(17, 2300), c(165, 5497), c(1213, 91000))) {
    bounds <- poisson.test(case[1], case[2])$conf.int
    line("rate", c(case, 0, 0, 0, 0), case[1] / case[2], bounds[1], bounds[2], NA)
}

# ---- Benjamini-Hochberg: number of the family, p; the last column is the corrected p ----
families <- list(c(0.01, 0.02, 0.03, 0.04, 0.05), c(0.5, 0.0001, 0.03, 0.03, 1, 0.2), 0.04, runif(25)^3)
for (i in seq_along(families)) {
    corrected <- p.adjust(families[[i]], "BH")
    for (j in seq_along(corrected)) line("family", c(i, sprintf("%.17g", families[[i]][j]), 0, 0, 0, 0), NA, NA, NA, corrected[j])
}

# ---- limits of chance: events of the region, part of the pupils, level; the counts where a binomial tail, made continuous, is half the level ----
limits <- function(events, share, level) {
    at_most <- function(count) pbeta(1 - share, events - count, count + 1) - level / 2
    at_least <- function(count) pbeta(share, count, events - count + 1) - level / 2
    tiny <- 1e-9
    low <- uniroot(at_most, c(-1 + tiny, events - tiny), tol = 1e-14)$root
    high <- uniroot(at_least, c(tiny, events + 1 - tiny), tol = 1e-14)$root
    # A whole count is beyond them exactly when the binomial tail is less than half the level.
    counts <- 0:events
    tail <- pmin(pbinom(counts, events, share), pbinom(counts - 1, events, share, lower.tail = FALSE))
    stopifnot(all((2 * tail < level) == (counts < low | counts > high)))
    line("limits", c(events, sprintf("%.17g", share), level, 0, 0, 0), NA, max(low, 0), min(high, events), NA)
}
for (level in c(0.05, 0.002))
    for (case in list(c(308, 400 / 9390), c(308, 9000 / 9390), c(1, 0.2), c(3, 0.01), c(12, 0.5), c(60, 0.002), c(1213, 0.07), c(20000, 0.31)))
        limits(case[1], case[2], level)
