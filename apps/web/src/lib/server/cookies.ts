const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A choice about how pages look; says nothing about the person. Secure wherever the page itself is. */
export const LASTING_COOKIE = (url: URL) =>
  ({
    path: "/",
    maxAge: YEAR_SECONDS,
    httpOnly: true,
    sameSite: "lax",
    secure: url.protocol === "https:",
  }) as const;
