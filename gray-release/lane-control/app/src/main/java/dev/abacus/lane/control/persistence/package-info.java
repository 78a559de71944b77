/** The record of lanes in MariaDB. */
package dev.abacus.lane.control.persistence;
