package dev.abacus.sample.orders.domain;

import org.springframework.stereotype.Component;

@Component
public class FrameworkOrder {}
