/** Which tenant the current work is for, and who asks for it. */
package dev.abacus.kernel.tenancy;
