namespace PpcAds.Sdk.Lists;

/// <summary>Checks a filter against what the list takes, before anything is sent.</summary>
internal sealed class FilterRules(string subject)
{
    private const int MaxTerms = 100;
    private const int MaxStates = 10;
    private readonly List<InputProblem> _problems = [];

    /// <summary>What all filters have in common.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="largestPage">How many entities the operation gives at most.</param>
    public FilterRules Common(EntityFilter filter, int largestPage = 1000)
    {
        Count(nameof(filter.States), filter.States, MaxStates);
        if (filter.States.Any(state => string.IsNullOrEmpty(state.Value)))
        {
            _problems.Add(new InputProblem(nameof(filter.States), null, "holds an empty state.")
            {
                AllowedValues = [EntityState.Enabled.Value, EntityState.Paused.Value, EntityState.Archived.Value],
            });
        }

        if (filter.PageSize < 1 || filter.PageSize > largestPage)
        {
            _problems.Add(
                new InputProblem(nameof(filter.PageSize), $"{filter.PageSize}", $"must lie between 1 and {largestPage}."));
        }

        return this;
    }

    /// <summary>Any number: more than a call accepts are requested in several calls.</summary>
    public FilterRules Ids<TId>(string field, IReadOnlyList<TId>? ids)
        where TId : struct, IAmazonId<TId>
    {
        Count(field, ids, int.MaxValue);
        for (int index = 0; index < ids?.Count; index++)
        {
            if (ids[index].Value == 0)
            {
                _problems.Add(new InputProblem($"{field}[{index}]", "0", "is no id; an id that was never set looks like this."));
            }
        }

        return this;
    }

    public FilterRules Text(string field, TextFilter? filter, int limit = MaxTerms)
    {
        Count($"{field}.{nameof(filter.Terms)}", filter?.Terms, limit);
        if (filter?.Terms.Any(string.IsNullOrWhiteSpace) == true)
        {
            _problems.Add(new InputProblem($"{field}.{nameof(filter.Terms)}", "", "holds an empty term."));
        }

        return this;
    }

    public FilterRules NotEmpty<T>(string field, IReadOnlyList<T>? values)
    {
        Count(field, values, int.MaxValue);
        return this;
    }

    /// <summary>One of a few names.</summary>
    public FilterRules OneOf(string field, string? value, params string[] allowed) =>
        Refuse(
            value is not null && !allowed.Contains(value),
            field,
            value,
            "is not one of the values that this list takes.",
            allowed);

    /// <summary>A rule of the list's own.</summary>
    public FilterRules Refuse(bool broken, string field, string? value, string reason, params string[] allowed)
    {
        if (broken)
        {
            _problems.Add(new InputProblem(field, value, reason) { AllowedValues = allowed });
        }

        return this;
    }

    /// <exception cref="PpcAdsValidationException">A rule was broken.</exception>
    public void Enforce()
    {
        if (_problems.Count > 0)
        {
            throw new PpcAdsValidationException(subject, _problems);
        }
    }

    private void Count<T>(string field, IReadOnlyList<T>? values, int limit)
    {
        if (values is { Count: 0 })
        {
            _problems.Add(new InputProblem(field, "empty", "must hold at least one value, or be null to filter nothing."));
        }
        else if (values?.Count > limit)
        {
            _problems.Add(
                new InputProblem(
                    field, $"{values.Count} values", $"may hold at most {limit}; split the list into several calls."));
        }
    }
}
