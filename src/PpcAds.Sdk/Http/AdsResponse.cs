using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PpcAds.Sdk.Http;

/// <summary>A whole answer in memory, with what an error message about it needs.</summary>
internal sealed record AdsResponse(
    CallContext Call, HttpStatusCode StatusCode, string? RequestId, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    /// <summary>Reads the body as the documented shape.</summary>
    /// <exception cref="AmazonAdsUnexpectedResponseException">It is something else.</exception>
    public T Read<T>(JsonTypeInfo<T> typeInfo)
    {
        T? value = default;
        Read((ref Utf8JsonReader reader) => value = JsonSerializer.Deserialize(ref reader, typeInfo));
        return value ?? throw Unexpected("the answer is the JSON literal null");
    }

    /// <summary>Lets a function read the body.</summary>
    /// <exception cref="AmazonAdsUnexpectedResponseException">It is something else than the function expects.</exception>
    public void Read(ReadBody read)
    {
        try
        {
            var reader = new Utf8JsonReader(Body.Span);
            read(ref reader);
        }
        catch (JsonException exception)
        {
            string reason = exception.Path is { Length: > 0 } path && !exception.Message.Contains(path, StringComparison.Ordinal)
                ? $"{exception.Message} (at {path})"
                : exception.Message;
            throw Unexpected(Call.Redactor.Redact(reason), exception);
        }
    }

    public AmazonAdsUnexpectedResponseException Unexpected(string reason, Exception? innerException = null)
    {
        string body = Body.IsEmpty ? "The body is empty." : $"It begins: {Excerpt()}";
        return new AmazonAdsUnexpectedResponseException(
            $"{Call.Operation} answered {(int)StatusCode} with something unexpected: {reason} {body}",
            new AmazonAdsFailure
            {
                StatusCode = StatusCode,
                RequestId = RequestId,
                Operation = Call.Operation,
                ProfileId = Call.ProfileId,
                ResponseExcerpt = Excerpt(),
            },
            innerException);
    }

    /// <summary>The first 200 characters of the body, secrets removed.</summary>
    public string Excerpt()
    {
        // Redacted before it is cut, so that half a secret at the edge is not mistaken for plain text.
        string text = Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, 8192)]);
        string clean = Call.Redactor.Redact(text);
        return clean.Length <= 200 ? clean : clean[..200];
    }
}
