package dev.abacus.kernel.testapp;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service that has all of the kernel. */
@SpringBootApplication
public class SampleService {}
