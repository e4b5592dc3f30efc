/** No JavaScript is shipped: these pages work everywhere and stay small. */
export const csr = false;
