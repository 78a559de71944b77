/** RocketMQ's name server and one broker in one small process on loopback. */
package dev.abacus.infra.rocketmq;
