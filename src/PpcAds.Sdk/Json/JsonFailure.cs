using System.Text.Json;

namespace PpcAds.Sdk.Json;

/// <summary>
/// The runtime's parser quotes what it cannot read up to the end of the text, which may be a whole body: an advertiser's data, or
/// a secret.
/// </summary>
internal static class JsonFailure
{
    private const int ShortestQuote = 4;
    private const int LongestQuote = 20;
    private const int LongestMessage = 300;
    private const string AfterQuote = "' is an invalid ";

    /// <summary>The same exception with no more of the text than the word that it begins with.</summary>
    public static JsonException Shorten(JsonException exception)
    {
        string message = exception.Message;
        int end = message.LastIndexOf(AfterQuote, StringComparison.Ordinal);
        if (message.StartsWith('\'') && end > ShortestQuote)
        {
            int word = 1;
            while (word < end && word <= LongestQuote && char.IsAsciiLetterOrDigit(message[word]))
            {
                word++;
            }

            message = word == end ? message : $"{message[..word]}…{message[end..]}";
        }

        return ReferenceEquals(message, exception.Message) && message.Length <= LongestMessage
            ? exception
            : new JsonException(
                StorableText.Cut(message, LongestMessage, "…"),
                StorableText.Cut(exception.Path, LongestMessage, "…"),
                exception.LineNumber,
                exception.BytePositionInLine);
    }
}
