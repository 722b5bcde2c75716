using System.Globalization;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Endpoints;

/// <summary>Reads a query strictly, and reports everything that is wrong with it together.</summary>
internal sealed class QueryValues
{
    private readonly HttpContext _context;
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public QueryValues(HttpContext context, params ReadOnlySpan<string> known)
    {
        _context = context;
        string[] names = [.. known];
        foreach (string name in context.Request.Query.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)))
        {
            Add(name, $"There is no such parameter. Known: {string.Join(", ", names)}.");
        }

        foreach (string name in names.Where(name => context.Request.Query[name].Count > 1))
        {
            Add(name, "It is given more than once.");
        }
    }

    /// <summary>An id above 0.</summary>
    public long? Id(string name, bool isRequired = false)
    {
        if (Text(name, isRequired) is not { } text)
        {
            return null;
        }

        if (Ids.TryParse(text, out long id) && id > 0)
        {
            return id;
        }

        Add(name, "It must be an id: a number above 0.");
        return null;
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        Add(name, "It must be a day: yyyy-MM-dd.");
        return null;
    }

    public bool Flag(string name)
    {
        string? text = Text(name);
        if (text is not (null or "true" or "false"))
        {
            Add(name, "It must be true or false.");
        }

        return text == "true";
    }

    public string? Choice(string name, IReadOnlyCollection<string> allowed, bool isRequired = false)
    {
        string? text = Text(name, isRequired);
        if (text is null || allowed.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Add(name, $"It must be one of {string.Join(", ", allowed)}.");
        return null;
    }

    /// <summary>The page that <c>limit</c> and <c>after</c> request.</summary>
    public PageRequest Page()
    {
        int size = 100;
        if (Text("limit") is { } limit
            && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size)
                && size is >= 1 and <= PageRequest.MaxSize))
        {
            Add("limit", $"It must be 1 to {PageRequest.MaxSize}.");
            size = 1;
        }

        return new PageRequest(size, Text("after"));
    }

    public void Add(string name, string error) => _errors[name] = [error];

    /// <summary>Ends the request if anything is wrong.</summary>
    /// <exception cref="PpcAdsProblemException">Something is.</exception>
    public void ThrowIfInvalid()
    {
        if (_errors.Count > 0)
        {
            throw new PpcAdsProblemException(ProblemResult.Invalid(_errors));
        }
    }

    /// <summary>The account of <c>account_id</c>, once all else is right.</summary>
    /// <exception cref="PpcAdsProblemException">There is none that the user may see, or something else is wrong.</exception>
    public async Task<AccountId> AccountAsync()
    {
        long? id = Id("account_id", isRequired: true);
        ThrowIfInvalid();
        return (await PpcAdsAccountAccess.FindAsync(_context, id!.Value.ToString(CultureInfo.InvariantCulture))
            .ConfigureAwait(false))?.AccountId
            ?? throw new PpcAdsProblemException(ProblemResult.NotFound("account"));
    }

    private string? Text(string name, bool isRequired = false)
    {
        string text = _context.Request.Query[name].ToString();
        if (text.Length == 0 && (isRequired || _context.Request.Query.ContainsKey(name)))
        {
            Add(name, "It is missing.");
        }

        // Numbers are read in spite of it, and no database holds it in a text.
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            Add(name, "It has the character U+0000.");
            return null;
        }

        return text.Length == 0 ? null : text;
    }
}
