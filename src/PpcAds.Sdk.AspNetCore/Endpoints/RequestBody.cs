using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Endpoints;

/// <summary>
/// Reads a body strictly: bounded, JSON, no unknown field, no field twice, no wrong type. Every refusal names the field.
/// </summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The body.</summary>
    /// <exception cref="PpcAdsProblemException">It is not one.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class =>
        await ReadOptionalAsync(context, type).ConfigureAwait(false)
        ?? throw new PpcAdsProblemException(ProblemResult.Invalid("$", "A JSON object is expected as body."));

    /// <summary>The body, or null when there is none.</summary>
    /// <exception cref="PpcAdsProblemException">It is not one.</exception>
    public static async Task<T?> ReadOptionalAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (context.Request.ContentType is not null && !context.Request.HasJsonContentType())
        {
            throw new PpcAdsProblemException(new ProblemResult(
                StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The body must be application/json."));
        }

        ReadOnlyMemory<byte> bytes = await ReadBytesAsync(context).ConfigureAwait(false);
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (context.Request.ContentType is null)
        {
            throw new PpcAdsProblemException(new ProblemResult(
                StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The body must be application/json."));
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            CheckNames(document.RootElement, type);
            return document.RootElement.Deserialize(type) ?? throw new JsonException();
        }
        catch (InvalidOperationException)
        {
            throw new PpcAdsProblemException(ProblemResult.Invalid("$", "The name of a field has half a surrogate pair."));
        }
        catch (JsonException exception)
        {
            string field =
                exception.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "$";
            throw new PpcAdsProblemException(ProblemResult.Invalid(
                field,
                field == "$"
                    ? "The body is not the JSON object that is expected."
                    : "The value has the wrong type, or is out of range."));
        }
    }

    private static void CheckNames<T>(JsonElement body, JsonTypeInfo<T> type)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException();
        }

        string[] known = [.. type.Properties.Select(property => property.Name)];
        Dictionary<string, string[]> unknown = body.EnumerateObject().Select(property => property.Name)
            .Where(name => !known.Contains(name, StringComparer.Ordinal))
            .ToDictionary(
                name => name,
                _ => new[] { $"There is no such field. Known: {string.Join(", ", known)}." },
                StringComparer.Ordinal);
        if (unknown.Count > 0)
        {
            throw new PpcAdsProblemException(ProblemResult.Invalid(unknown));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpContext context)
    {
        int most = context.GetEndpoint()?.Metadata.GetMetadata<PpcAdsEndpointOptions>()?.MaxRequestBodyBytes
            ?? new PpcAdsEndpointOptions().MaxRequestBodyBytes;
        if (context.Request.ContentLength > most)
        {
            throw new PpcAdsProblemException(ExceptionProblems.TooLarge());
        }

        byte[] buffer = new byte[most + 1];
        int length = await context.Request.Body.ReadAtLeastAsync(
            buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted).ConfigureAwait(false);
        return length > most ? throw new PpcAdsProblemException(ExceptionProblems.TooLarge()) : buffer.AsMemory(0, length);
    }
}
