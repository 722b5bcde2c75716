using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>A context and the scope that it lives in. For stores.</summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class ContextLease : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    internal ContextLease(AsyncServiceScope scope, DbContext context) => (_scope, Context) = (scope, context);

    /// <summary>Gets the context.</summary>
    public DbContext Context { get; }

    /// <summary>Ends the scope, and with it the context.</summary>
    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
