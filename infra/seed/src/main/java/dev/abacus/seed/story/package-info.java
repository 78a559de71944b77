/**
 * What the demo does and what it expects to see, told step by step. Each step does one thing through the public API and
 * then looks whether the suite shows it; the first surprise ends the story.
 */
package dev.abacus.seed.story;
