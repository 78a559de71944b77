/**
 * A gateway with nothing but a route: stock handler, load balancer, discovery, observation. With lane-client on the class
 * path it decides the lane of each request too, as the product's gateway does.
 */
package dev.abacus.bench.programs.gateway;
