using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Http;

/// <summary>A whole answer in memory, with what an error message about it needs.</summary>
internal sealed record AdsResponse(
    CallContext Call, HttpStatusCode StatusCode, string? RequestId, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    private const int LongestExcerpt = 200;

    /// <summary>The body, as JSON that every reader takes: see <see cref="JsonText"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; } = JsonText.Clean(Body);

    /// <summary>Whether text had to be changed for that; a byte order mark is none.</summary>
    public bool HadUnstorableText => !Body.Equals(Sent) && !Body.Equals(JsonText.WithoutMark(Sent));

    /// <summary>The body as it came.</summary>
    private ReadOnlyMemory<byte> Sent { get; } = Body;

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
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // Converters of the runtime throw them for values out of their range, now and then without a path.
            throw Unexpected(Call.Redactor.Redact(exception.Message), exception);
        }
        catch (JsonException cause)
        {
            JsonException exception = JsonFailure.Shorten(cause);
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
        return StorableText.Cut(Call.Redactor.Redact(StorableText.Decode(Body.Span, 8192)), LongestExcerpt);
    }
}
