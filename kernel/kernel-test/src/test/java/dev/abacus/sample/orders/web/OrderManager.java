package dev.abacus.sample.orders.web;

public class OrderManager {
    static int shared;
}
