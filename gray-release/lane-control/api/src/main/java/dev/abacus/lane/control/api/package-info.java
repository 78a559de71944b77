/** What operators and their programs may know of lane-control: one HTTP interface and its records. */
package dev.abacus.lane.control.api;
