package dev.abacus.seed.company;

/** Barcodes that a till would accept. */
final class Barcode {

    private static final int DIGITS = 12;

    private Barcode() {}

    /** EAN-13: the prefix, the number, and the check digit that weighs the others 1, 3, 1, 3 … (GS1 specifications). */
    static String ean13(String prefix, int number) {
        String body = prefix + String.format("%0" + (DIGITS - prefix.length()) + "d", number);
        int sum = 0;
        for (int i = 0; i < DIGITS; i++) {
            sum += Character.digit(body.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }
}
