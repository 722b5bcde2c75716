using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Checks whole exchanges against the files.</summary>
internal sealed class ExchangeValidator(OperationCatalogue catalogue)
{
    public IReadOnlyList<Violation> Validate(Exchange exchange)
    {
        if (catalogue.Find(exchange.Method, exchange.Path) is { } operation)
        {
            return [.. RequestRules.Check(exchange, operation), .. ResponseRules.Check(exchange, operation)];
        }

        string methods = string.Join(", ", catalogue.ForPath(exchange.Path).Select(other => other.Method));
        string found = methods.Length == 0
            ? "a path that is not declared"
            : $"a method that is not declared (there is {methods})";
        string place = methods.Length == 0 ? "/path" : "/method";
        return [new Violation($"{exchange.Method} {exchange.Path}", ExchangeSide.Request, place, Rules.Operation, found)];
    }
}
