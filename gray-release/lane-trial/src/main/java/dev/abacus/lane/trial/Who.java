package dev.abacus.lane.trial;

/**
 * Who answered.
 *
 * @param name the process
 * @param lane the lane that the process belongs to; null for the baseline
 * @param asked the lane of the request as it arrived; null for none
 */
public record Who(String name, String lane, String asked) {}
