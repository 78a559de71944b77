/** Whether every target still has the structure that it should have: somebody may have mended something by hand. */
package dev.abacus.sql.drift;
