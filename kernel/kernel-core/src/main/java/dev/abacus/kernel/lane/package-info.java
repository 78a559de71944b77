/** How a process of the suite takes part in lanes: it reports to lane-control as itself, and serves its own lane only. */
package dev.abacus.kernel.lane;
