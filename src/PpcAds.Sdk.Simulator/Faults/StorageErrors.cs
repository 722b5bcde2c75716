namespace PpcAds.Sdk.Simulator.Faults;

/// <summary>Errors in the words of S3 (Amazon S3 API reference, error responses).</summary>
internal static class StorageErrors
{
    private static readonly Dictionary<string, string> Messages = new(StringComparer.Ordinal)
    {
        ["ExpiredToken"] = "The provided token has expired.",
        ["RequestTimeout"] = "Your socket connection to the server was not read from or written to within the timeout period.",
        ["AccessDenied"] = "Request has expired",
        ["InvalidRange"] = "The requested range is not satisfiable",
        ["PermanentRedirect"] = "The bucket you are attempting to access must be addressed using the specified endpoint.",
        ["TemporaryRedirect"] = "Please re-send this request to the specified temporary endpoint.",
        ["InternalError"] = "We encountered an internal error. Please try again.",
        ["SlowDown"] = "Please reduce your request rate.",
    };

    /// <summary>The body; by default with the code that S3 sends with the status.</summary>
    public static string Write(int status, string? code)
    {
        string known = code ?? status switch
        {
            301 => "PermanentRedirect",
            307 => "TemporaryRedirect",
            400 => "ExpiredToken",
            403 => "AccessDenied",
            408 => "RequestTimeout",
            416 => "InvalidRange",
            503 => "SlowDown",
            _ => "InternalError",
        };
        string message = Messages.GetValueOrDefault(known, known);
        return $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{known}</Code><Message>{message}</Message></Error>""";
    }
}
