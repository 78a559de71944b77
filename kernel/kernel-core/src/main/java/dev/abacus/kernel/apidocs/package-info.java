/** The OpenAPI document of a service, as far as it says the same for every API of the suite. */
package dev.abacus.kernel.apidocs;
