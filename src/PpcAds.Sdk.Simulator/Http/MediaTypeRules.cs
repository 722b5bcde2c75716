namespace PpcAds.Sdk.Simulator.Http;

/// <summary>
/// Which media types a call may name. As tolerant as Amazon was recorded to be; exact under
/// <see cref="SimulatorQuirks.StrictMediaTypes"/>.
/// </summary>
internal sealed class MediaTypeRules(SimulatorQuirks quirks)
{
    private static readonly string[] Wildcards = ["*/*", "application/*"];

    /// <summary>
    /// Whether a body of that type may be sent. A parameter such as a charset is refused: nothing documents that Amazon takes
    /// one.
    /// </summary>
    public bool TakesBody(Operation operation, string? contentType) =>
        operation.ContentType is not { } documented
        || IsSame(contentType, documented)
        || (!quirks.StrictMediaTypes && operation.OtherContentTypes.Any(other => IsSame(contentType, other)))
        || (quirks.AcceptsPlainJson && operation.TakesPlainJson && IsSame(contentType, Answer.Json));

    /// <summary>
    /// The media type of success that an <c>Accept</c> header allows; <see langword="null"/> when it allows none.
    /// </summary>
    public string? FindAnswerType(Operation operation, string? accept)
    {
        if (operation.AcceptsAny)
        {
            return operation.Accept;
        }

        foreach (string part in Parts(accept))
        {
            if (Wildcards.Contains(part) || IsSame(part, operation.Accept))
            {
                return operation.Accept;
            }

            if (OtherAnswersOf(operation).FirstOrDefault(other => IsSame(part, other)) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Whether an <c>Accept</c> header allows one type.</summary>
    public bool Allows(string? accept, string mediaType) =>
        Parts(accept).Any(part => IsSame(part, mediaType) || (!quirks.StrictMediaTypes && Wildcards.Contains(part)));

    /// <summary>No header allows everything. The strict reading takes it for JSON, which few operations answer with.</summary>
    private IEnumerable<string> Parts(string? accept) =>
        string.IsNullOrWhiteSpace(accept)
            ? [quirks.StrictMediaTypes ? Answer.Json : "*/*"]
            : accept.Split(',').Select(part => part.Split(';')[0].Trim());

    private IEnumerable<string> OtherAnswersOf(Operation operation) =>
    [
        .. quirks.StrictMediaTypes ? [] : operation.OtherAnswers,
        .. quirks.AcceptsPlainJson && operation.AnswersPlainJson ? [Answer.Json] : Array.Empty<string>(),
    ];

    /// <summary>RFC 9110, 8.3.1: letter case does not count.</summary>
    private bool IsSame(string? sent, string documented) =>
        string.Equals(sent, documented, quirks.StrictMediaTypes ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
