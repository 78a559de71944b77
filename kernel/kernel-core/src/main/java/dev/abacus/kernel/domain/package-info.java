/** Values that three or more modules speak in. No Spring, no SQL, no JSON. */
package dev.abacus.kernel.domain;
