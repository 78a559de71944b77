/** RocketMQ: the groups of lanes, how far they have come, and the watch over tagged messages. */
package dev.abacus.lane.control.broker;
