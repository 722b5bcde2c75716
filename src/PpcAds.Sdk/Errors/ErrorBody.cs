using System.Text.Json;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>
/// An error body of any of Amazon's families, read tolerantly: they differ in the names of code and text, and an error may
/// come from a gateway that knows none of them.
/// </summary>
internal sealed record ErrorBody(string? Code, string? Details, string? RequestId, IReadOnlyList<InputProblem> Problems)
{
    private static readonly string[] CodeNames = ["code", "errorCode", "error"];
    private static readonly string[] DetailNames =
        ["message", "details", "detail", "description", "errorMessage", "error_description"];
    private static readonly string[] RequestIdNames = ["request_id", "requestId"];

    /// <summary>The error, or <see langword="null"/> when the body is not a JSON object with a known member.</summary>
    public static ErrorBody? TryRead(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(JsonText.Clean(body));
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            string? code = FirstText(root, CodeNames);
            string? details = FirstText(root, DetailNames);
            List<InputProblem> problems = ReadProblems(root);
            return code is null && details is null && problems.Count == 0
                ? null
                : new ErrorBody(code, details, FirstText(root, RequestIdNames), problems);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Sponsored Products v3: <c>errors[].errorValue</c> is an object with one member, named after the kind of error.
    /// </summary>
    private static List<InputProblem> ReadProblems(JsonElement root)
    {
        var problems = new List<InputProblem>();
        if (!root.TryGetProperty("errors", out JsonElement errors) || errors.ValueKind != JsonValueKind.Array)
        {
            return problems;
        }

        foreach (JsonElement error in errors.EnumerateArray())
        {
            if (error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("errorValue", out JsonElement selector)
                && selector.ValueKind == JsonValueKind.Object)
            {
                problems.AddRange(selector.EnumerateObject()
                    .Where(member => member.Value.ValueKind == JsonValueKind.Object)
                    .Select(member => ReadProblem(member.Name, member.Value)));
            }
        }

        return problems;
    }

    private static InputProblem ReadProblem(string kind, JsonElement value)
    {
        bool hasCause = value.TryGetProperty("cause", out JsonElement cause) && cause.ValueKind == JsonValueKind.Object;
        string reason = FirstText(value, ["message"]) ?? kind;
        string? code = FirstText(value, ["reason"]);
        string? lower = FirstText(value, ["lowerLimit"]);
        string? upper = FirstText(value, ["upperLimit"]);
        string limits = (lower, upper) switch
        {
            (null, null) => "",
            (null, _) => $" At most {upper}.",
            (_, null) => $" At least {lower}.",
            _ => $" From {lower} to {upper}.",
        };
        return new InputProblem(
            (hasCause ? FirstText(cause, ["location"]) : null) ?? kind,
            hasCause ? FirstText(cause, ["trigger"]) : null,
            code is null ? reason + limits : $"{reason} ({code}){limits}")
        {
            AllowedValues = value.TryGetProperty("allowed", out JsonElement allowed) && allowed.ValueKind == JsonValueKind.Array
                ? [.. allowed.EnumerateArray().Select(item => item.ToString())]
                : [],
        };
    }

    private static string? FirstText(JsonElement element, ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (element.TryGetProperty(name, out JsonElement value))
            {
                // Reporting v3 types its code as a string and shows numbers: both are read.
                string? text = value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Number => value.GetRawText(),
                    _ => null,
                };
                if (!string.IsNullOrEmpty(text))
                {
                    return text;
                }
            }
        }

        return null;
    }
}
